const SVG = 'http://www.w3.org/2000/svg';

/** Built node by node: a page's Trusted Types would refuse markup. */
export function svg(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly Node[] = [],
): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children);
  return element;
}

const BRIDGE = 'M4 7.8h20v2.8a2.6 3 0 0 0-2 3v6.6h-2.5v-2.8a5.5 5.5 0 0 0-11 0v2.8H6v-6.6a2.6 3 0 0 0-2-3Z';

export function mark(): SVGElement {
  return svg('svg', { class: 'mark', viewBox: '0 0 28 28', 'aria-hidden': 'true' }, [
    svg('rect', { width: '28', height: '28', rx: '7' }),
    svg('path', { d: BRIDGE }),
  ]);
}

export function chevron(): SVGElement {
  return svg('svg', { class: 'chevron', viewBox: '0 0 20 20', 'aria-hidden': 'true' }, [
    svg('path', { d: 'm8 5 5 5-5 5' }),
  ]);
}
