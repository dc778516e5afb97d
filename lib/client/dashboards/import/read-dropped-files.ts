import { decodeJson } from "@/lib/shared/dashboards/json-text/decode-json";
import { parseJson } from "@/lib/shared/dashboards/json-text/parse-json";
import { readString } from "@/lib/shared/dashboards/read-json";
import { isJsonObject } from "@/lib/shared/json";
import { type ImportFile, readImportFile } from "./read-import-file";

/** What our own archives tell of their folders, by path. */
export type ArchivedFolders = Record<string, { uid: string; title: string }>;

export interface DroppedFiles {
  files: ImportFile[];
  folders: ArchivedFolders;
}

const largestBytes = 64_000_000;

/** Reads chosen files, zips unpacked. The page gets room to draw between two files. */
export async function readDroppedFiles(dropped: readonly File[]): Promise<DroppedFiles> {
  const files: ImportFile[] = [];
  let folders: ArchivedFolders = {};
  for (const file of dropped) {
    if (file.size > largestBytes) {
      const mb = Math.round(file.size / 1e6);
      files.push({
        path: file.name,
        problem: `It has ${mb} MB; at most ${largestBytes / 1e6} MB are read here.`,
      });
      continue;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (!isZip(bytes)) {
      files.push(readBytes(file.webkitRelativePath || file.name, bytes));
      continue;
    }
    const archive = await readArchive(file.name, bytes);
    files.push(...archive.files);
    folders = { ...folders, ...archive.folders };
  }
  return { files, folders };
}

function isZip([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b;
}

function readBytes(path: string, bytes: Uint8Array): ImportFile {
  const text = decodeJson(bytes);
  if (text === null) return { path, problem: "It is neither UTF-8 nor UTF-16. Save it as UTF-8." };
  return readImportFile(path, text);
}

const manifestName = "panelsmith.json";

async function readArchive(name: string, bytes: Uint8Array): Promise<DroppedFiles> {
  const unpacked = await unpack(bytes).catch(() => null);
  if (unpacked === null) {
    return {
      files: [{ path: name, problem: "The archive cannot be unpacked. Make or download it again." }],
      folders: {},
    };
  }
  const manifest = readManifest(unpacked[manifestName]);
  const files: ImportFile[] = [];
  for (const [path, content] of Object.entries(unpacked)) {
    if (path === manifestName && manifest) continue;
    const file = readBytes(path, content);
    files.push("problem" in file ? file : { ...file, uid: manifest?.uids[path] });
    if (files.length % 20 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  if (files.length === 0) files.push({ path: name, problem: "There is no JSON file in this archive." });
  return { files, folders: manifest?.folders ?? {} };
}

async function unpack(bytes: Uint8Array): Promise<Record<string, Uint8Array>> {
  const { unzip } = await import("fflate");
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) =>
    /\.json$/i.test(name) &&
    originalSize <= largestBytes &&
    !name.split("/").some((part) => part.startsWith(".") || part === "__MACOSX");
  return new Promise((resolve, reject) => {
    unzip(bytes, { filter }, (error, files) => (error ? reject(error) : resolve(files)));
  });
}

function readManifest(
  bytes: Uint8Array | undefined,
): { folders: ArchivedFolders; uids: Record<string, string> } | null {
  const reading = parseJson(bytes ? (decodeJson(bytes) ?? "") : "");
  if (!("value" in reading) || !isJsonObject(reading.value) || reading.value.format !== "panelsmith-archive")
    return null;
  const { folders, dashboards } = reading.value;
  const rows = (list: unknown) => (Array.isArray(list) ? list.filter(isJsonObject) : []);
  return {
    folders: Object.fromEntries(
      rows(folders).map(({ path, uid, title }) => [
        readString(path),
        { uid: readString(uid), title: readString(title) },
      ]),
    ),
    uids: Object.fromEntries(rows(dashboards).map(({ path, uid }) => [readString(path), readString(uid)])),
  };
}
