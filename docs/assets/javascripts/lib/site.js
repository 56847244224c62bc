/** Path of the site on its host, such as "/repo/": this file lies at assets/javascripts/lib/ below it. */
export const base = new URL("../../../", import.meta.url).pathname;
