/** Runs before a page of many sections is drawn, so that a phone draws them one after the other. */

import "./early.js";
import "./draw-in-parts.js";
