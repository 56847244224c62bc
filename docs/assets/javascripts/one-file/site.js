/**
 * Replaces store/site.js. Saved answers belong to one file: several may lie in one folder, and browsers may give all
 * local files the same storage.
 */

export const base = location.pathname;
