/** Whether somebody can see this page: a tab behind others, or a window put away, is not looked at. */
export const sight = {
  seen: () => document.visibilityState === 'visible',
  onChange(changed: () => void): () => void {
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  },
};
