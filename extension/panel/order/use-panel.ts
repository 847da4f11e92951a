import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Panel } from '../panel-controller.ts';

/** The panel around an application, for the few parts of it that lead out. */
export const PanelContext = createContext<Panel | undefined>(undefined);

export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('an application is drawn outside a panel');
  return panel;
}
