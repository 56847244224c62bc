/**
 * In place of store/site.js: what is saved belongs to the file, since many of them may lie in one folder, and browsers
 * may keep what is saved in files in one place for all of them.
 */

export const base = location.pathname;
