/** What runs before a page is drawn. It is short, and stands in the page itself: nothing is waited for. */

import "./popovers.js";
import "./scheme.js";
import "./waiting.js";
