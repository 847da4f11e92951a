import { effect } from '@preact/signals';
import { type ComponentChild, render } from 'preact';
import './base.css';
import { language, t } from './i18n.ts';

/** Puts a page of ours into its document, and keeps the document's own language and title with it. */
export function drawPage(content: ComponentChild): void {
  effect(() => {
    document.documentElement.lang = language.value;
    document.title = t('app.name');
  });
  render(content, document.body);
}
