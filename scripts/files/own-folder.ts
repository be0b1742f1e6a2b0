/** The folder of this program's code, whether a module is read by itself or from a bundle. */
export const OWN_FOLDER = new URL('../', import.meta.url);
