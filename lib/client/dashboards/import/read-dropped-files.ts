import { isOtherYaml } from "@/lib/shared/dashboards/import-forms/is-other-yaml";
import { unpackGzip } from "@/lib/shared/dashboards/import-forms/unpack-gzip";
import { decodeJson } from "@/lib/shared/dashboards/json-text/decode-json";
import { parseJson } from "@/lib/shared/dashboards/json-text/parse-json";
import { readString } from "@/lib/shared/dashboards/read-json";
import { isJsonObject } from "@/lib/shared/json";
import { type ImportFile, readImportText } from "./read-import-file";

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
      files.push(...(await readBytes(file.webkitRelativePath || file.name, bytes)));
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

async function readBytes(path: string, given: Uint8Array): Promise<ImportFile[]> {
  const bytes = isGzip(given) ? await unpackGzip(given, largestBytes) : given;
  const problem = problemOf(path, bytes);
  if (problem !== null || bytes === null) return [{ path, problem: problem ?? "" }];
  const text = decodeJson(bytes);
  if (text === null) return [{ path, problem: "It is neither UTF-8 nor UTF-16. Save it as UTF-8." }];
  return readImportText(path, text);
}

function isGzip([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

/** `ustar` stands at a fixed place in every tar. */
function isTar(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(257, 262)) === "ustar";
}

function problemOf(path: string, bytes: Uint8Array | null): string | null {
  if (bytes === null) {
    return `Its gzip is damaged, or holds more than ${largestBytes / 1e6} MB. Unpack it and choose the JSON file.`;
  }
  if (isZip(bytes))
    return `${path} is an archive inside an archive. Unpack the outer one and choose this one.`;
  if (isTar(bytes)) return "This is a tar archive, which is not read here. Pack the files as a zip.";
  return null;
}

const manifestName = "panelsmith.json";

async function readArchive(name: string, bytes: Uint8Array): Promise<DroppedFiles> {
  const unpacked = await unpack(bytes).catch(() => null);
  if (unpacked === null) {
    return {
      files: [
        {
          path: name,
          problem:
            "The archive cannot be unpacked: it is damaged, encrypted or packed in an unusual way. Make it again as a plain zip.",
        },
      ],
      folders: {},
    };
  }
  const manifest = readManifest(unpacked[manifestName]);
  const files: ImportFile[] = [];
  for (const [path, content] of Object.entries(unpacked)) {
    if (path === manifestName && manifest) continue;
    if (isOtherYaml(path, new TextDecoder().decode(content))) continue;
    const read = await readBytes(path, content);
    const uid = read.length === 1 ? manifest?.uids[path] : undefined;
    files.push(...read.map((file) => ("problem" in file ? file : { ...file, uid })));
    if (files.length % 20 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  if (files.length === 0)
    files.push({ path: name, problem: "There is no JSON or YAML file in this archive." });
  return { files, folders: manifest?.folders ?? {} };
}

async function unpack(bytes: Uint8Array): Promise<Record<string, Uint8Array>> {
  const { unzip } = await import("fflate");
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) =>
    /\.(?:json|ya?ml|gz|zip)$/i.test(name) &&
    originalSize <= largestBytes &&
    !name.split("/").some((part) => /^\.[^./]/.test(part) || part === "__MACOSX");
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
