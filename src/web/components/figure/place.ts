/** Where an open number stands: below what was pressed, above it where there is more room, always within the window. */

type Box = { readonly left: number; readonly top: number; readonly bottom: number; readonly width: number };
type Room = { readonly width: number; readonly height: number };

const GAP = 8;
const EDGE = 16;

/** Left and top, in the window's own measure. */
export const placeBeside = (anchor: Box, size: Room, room: Room): { readonly left: number; readonly top: number } => {
  const left = Math.max(EDGE, Math.min(anchor.left - EDGE, room.width - size.width - EDGE));
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - size.height;
  if (below + size.height <= room.height - EDGE) return { left, top: below };
  if (above >= EDGE) return { left, top: above };
  return { left: beside(anchor, size, room) ?? left, top: Math.max(EDGE, Math.min(below, room.height - size.height - EDGE)) };
};

/** To the left or right of what was pressed, so as not to cover it; null where there is no room. */
const beside = (anchor: Box, size: Room, room: Room): number | null => {
  if (anchor.left - GAP - EDGE - size.width >= EDGE) return anchor.left - GAP - EDGE - size.width;
  if (anchor.left + anchor.width + GAP + EDGE + size.width <= room.width) return anchor.left + anchor.width + GAP + EDGE;
  return null;
};
