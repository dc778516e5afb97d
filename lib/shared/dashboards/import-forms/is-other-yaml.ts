/** YAML that lies in an archive for other programs: it is passed over, like files of other kinds. */
export function isOtherYaml(path: string, text: string): boolean {
  return /\.ya?ml$/i.test(path) && !/dashboard|panels/i.test(text);
}
