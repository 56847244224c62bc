/** Draws QR codes. Fetched only when someone asks for one. */
export { generate } from "lean-qr";
