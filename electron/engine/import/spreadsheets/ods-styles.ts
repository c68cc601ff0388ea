import { nameCode, type XmlScanner } from './xml-scanner';

const style = nameCode('style');
const name = nameCode('name');
const family = nameCode('family');
const parent = nameCode('parent-style-name');
const tableProperties = nameCode('table-properties');
const display = nameCode('display');
const cellProperties = nameCode('table-cell-properties');
const background = nameCode('background-color');

/** What the styles of an OpenDocument file say: which sheets are hidden and which cells have a colour. */
export class OdsStyles {
  readonly hiddenTables = new Set<string>();
  private readonly coloured = new Set<string>();
  private readonly parents = new Map<string, string>();
  private current = '';

  open(element: number, scanner: XmlScanner): void {
    if (element === style) {
      this.current = scanner.attribute(name) ?? '';
      const base = scanner.attribute(parent);
      if (base !== null && scanner.attribute(family) === 'table-cell') this.parents.set(this.current, base);
    } else if (element === tableProperties && scanner.attribute(display) === 'false') {
      this.hiddenTables.add(this.current);
    } else if (element === cellProperties) {
      const colour = scanner.attribute(background);
      if (colour !== null && colour !== 'transparent' && colour.toLowerCase() !== '#ffffff') {
        this.coloured.add(this.current);
      }
    }
  }

  isColoured(styleName: string | null): boolean {
    let at = styleName ?? '';
    for (let depth = 0; depth < 8 && at !== ''; depth += 1) {
      if (this.coloured.has(at)) return true;
      at = this.parents.get(at) ?? '';
    }
    return false;
  }
}
