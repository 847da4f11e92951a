/** Where our own pages lie in the extension; who speaks is told by them. */
export const PANEL_PATH = '/extension/panel/index.html';
export const POPUP_PATH = '/extension/popup/index.html';
