/** Module hook: whoever imports `electron` gets the emulation. */
export async function resolve(specifier, context, next) {
  if (specifier === 'electron') {
    return { url: new URL('./electron-module.mjs', import.meta.url).href, shortCircuit: true };
  }
  return next(specifier, context);
}
