/** Takes the next piece of a file. */
export type Part = (text: string, last: boolean) => void;

/** A ZIP archive that is written piece by piece. */
export interface Zip {
  /** Several files may be open at once; they are written in the order in which they were begun. */
  readonly begin: (path: string) => Part;
  readonly end: () => void;
  /** The bytes since the last time. What waits for an earlier file to end is kept, compressed. */
  readonly taken: () => Uint8Array[];
}

/** Archives of the same files are the same: each has the first time that ZIP knows. */
export async function openZip(): Promise<Zip> {
  const fflate = await import('fflate');
  let pieces: Uint8Array[] = [];
  const zip = new fflate.Zip((error, data) => {
    if (error) throw error;
    pieces.push(data);
  });
  return {
    begin: (path) => {
      const file = new fflate.ZipDeflate(path, { level: 6 });
      // The package writes local time: with this it is the same everywhere.
      file.mtime = new Date(1980, 0, 1);
      zip.add(file);
      return (text, last) => file.push(fflate.strToU8(text), last);
    },
    end: () => zip.end(),
    taken: () => {
      const all = pieces;
      pieces = [];
      return all;
    },
  };
}
