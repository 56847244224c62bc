/** What runs before a page of many sections is drawn: a phone draws them one after the other. */

import "./early.js";
import "./drawing.js";
