/** A text with its first letter in upper case, as the start of a line; a symbol stays as it is written: h de Cohen. */
export function capital(text: string): string {
  const isSymbol = text.charAt(1) === ' ';
  return isSymbol ? text : text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
