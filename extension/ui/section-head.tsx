import './section-head.css';

export function SectionHead({ children }: { readonly children: string }) {
  return (
    <div class="sec">
      <h2>{children}</h2>
    </div>
  );
}
