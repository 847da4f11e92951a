/** Kept equal to package.json by a test: a bundled host has no package.json beside it. */
export const HOST_VERSION = '0.1.0';
