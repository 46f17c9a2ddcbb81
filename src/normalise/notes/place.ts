import type { Point, Position } from 'unist';

/** Where something stands in the source: a point, or a stretch with an end. */
export type Place = Point | Position;
