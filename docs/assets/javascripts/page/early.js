/** Runs before a page is drawn. It is short and inlined in the page, so nothing has to load first. */

import "./popovers.js";
import "./scheme.js";
import "./first-paint.js";
