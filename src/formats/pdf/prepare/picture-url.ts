import { pathToFileURL } from 'node:url';

/** The address of a picture for the browser; the edition has proved that it lies inside the book's folder. */
export function pictureUrl(file: string): string {
  return pathToFileURL(file).href;
}
