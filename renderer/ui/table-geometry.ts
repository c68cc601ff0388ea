const wishedTrackPixels = 30_000_000;
const safeTrackPixels = 15_000_000;
let measured: number | null = null;

/**
 * The height in pixels on which rows can be laid out. Browsers cap an element's height (Chromium near 33 million
 * pixels, Firefox near 17 million); a longer table is drawn on this track and its positions are scaled.
 */
export function tallestTrack(): number {
  if (measured !== null) return measured;
  const probe = document.createElement('div');
  probe.style.cssText = `position:absolute;visibility:hidden;width:1px;height:${wishedTrackPixels}px`;
  document.body.append(probe);
  measured = probe.offsetHeight >= wishedTrackPixels ? wishedTrackPixels : safeTrackPixels;
  probe.remove();
  return measured;
}

/** By how many rows the window on a shortened track is moved, so that its end shows the table's last row. */
export function rowShift(firstOnTrack: number, onTrack: number, total: number, visible: number): number {
  const hidden = total - onTrack;
  if (hidden <= 0) return 0;
  const share = Math.min(1, firstOnTrack / Math.max(1, onTrack - visible));
  return Math.round(share * hidden);
}

/** Where on a shortened track a row of the table is found. */
export function trackIndex(index: number, onTrack: number, total: number): number {
  return total <= onTrack ? index : Math.round((index / total) * onTrack);
}

/** The sum in pixels of what each grid track needs at least; tracks are `120px` or `minmax(120px, 1fr)`. */
export function leastWidth(tracks: readonly string[]): number {
  return tracks.reduce((sum, track) => sum + Number(/(\d+)px/.exec(track)?.[1] ?? 0), 0);
}
