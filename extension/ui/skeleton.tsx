import './skeleton.css';

export interface SkeletonProps {
  /** Of the thing whose place is kept, so that nothing jumps when it arrives. */
  readonly blockSize: number;
  readonly inlineSize?: string;
  readonly card?: boolean;
}

export function Skeleton({ blockSize, inlineSize = '100%', card = false }: SkeletonProps) {
  return (
    <span
      class={card ? 'skeleton card' : 'skeleton'}
      style={{ blockSize: `${blockSize}px`, inlineSize }}
      aria-hidden="true"
    />
  );
}
