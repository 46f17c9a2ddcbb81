/** Black or white, whichever stands out better from a ground such as `#26394a` (WCAG relative luminance). */
export function inkOn(ground: string): '#000' | '#fff' {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(ground.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? '#fff' : '#000';
}
