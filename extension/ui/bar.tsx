import type { ComponentChildren } from 'preact';
import './bar.css';
import { Mark } from './mark.tsx';

export interface BarProps {
  readonly title: string;
  /** The channel, or what the page is about. */
  readonly subtitle: string;
  /** A name that comes from a channel stays in its own language. */
  readonly subtitleLang?: string;
  readonly children?: ComponentChildren;
}

/** The head of panel and popup: our mark, where we are, and a few quiet buttons. */
export function Bar({ title, subtitle, subtitleLang, children }: BarProps) {
  return (
    <header class="bar">
      <Mark />
      <div class="who">
        <strong>{title}</strong>
        <small title={subtitle} {...(subtitleLang ? { lang: subtitleLang } : {})}>
          {subtitle}
        </small>
      </div>
      {children}
    </header>
  );
}
