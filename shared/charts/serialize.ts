const svgNamespace = 'http://www.w3.org/2000/svg';
const longDecimals = /-?\d+\.\d{3,}(?:e-?\d+)?/g;
const geometry = /^(?:d|transform|points|[xyr]|[xy][12]|[cd][xy]|rx|ry|width|height)$/;

/**
 * The drawing as XML text, the same bytes from a browser and from Node: attributes in alphabetical order,
 * coordinates to two decimals, the namespace on the root.
 */
export function serializeSvg(svg: Element): string {
  return write(svg, true);
}

function write(element: Element, isRoot: boolean): string {
  const attributes = element
    .getAttributeNames()
    .filter((name) => name !== 'xmlns')
    .sort()
    .map((name) => ` ${name}="${escapeXml(plain(name, element.getAttribute(name) ?? ''))}"`);
  const tag = element.localName;
  const open = `<${tag}${isRoot ? ` xmlns="${svgNamespace}"` : ''}${attributes.join('')}`;
  const content = [...element.childNodes].map(writeChild).join('');
  return content === '' ? `${open}/>` : `${open}>${content}</${tag}>`;
}

function writeChild(node: ChildNode): string {
  if (node.nodeType === 3) return escapeXml(node.textContent ?? '');
  return node.nodeType === 1 ? write(node as Element, false) : ''; // safe: node type 1 is an element
}

function plain(name: string, value: string): string {
  if (!geometry.test(name)) return value;
  return value.replace(longDecimals, (number) => String(Math.round(Number(number) * 100) / 100));
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
