/**
 * @param {number} seconds
 * @returns {string} Minutes and seconds, such as 1:30.
 */
export function clock(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
