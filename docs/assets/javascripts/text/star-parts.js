/** @typedef {"situation" | "task" | "action" | "result"} PartName */
/** @typedef {Record<PartName, string>} Texts */

/** @type {PartName[]} The parts of an answer, in order. */
export const PARTS = ["situation", "task", "action", "result"];
