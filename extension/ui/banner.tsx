import type { ComponentChildren } from 'preact';
import './banner.css';
import { Icon } from './icon.tsx';

export interface BannerProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly act?: ComponentChildren;
}

/** Across the panel, only when everything is affected, and never two. */
export function Banner({ title, children, act }: BannerProps) {
  return (
    <div class="ban" role="status">
      <Icon name="alert" />
      <span class="grow">
        <b>{title}</b>
        {children}
      </span>
      {act}
    </div>
  );
}
