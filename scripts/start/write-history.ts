// Called by the start in a process of its own, so that the memory it takes is given back: FILE FROM TO STEP EXPORTER_BASE_PORT
import { writeHistory } from "../../monitoring/exporters/history.ts";

const [file = "", ...numbers] = process.argv.slice(2);
const [from = 0, to = 0, stepSeconds = 15, basePort = 0] = numbers.map(Number);
writeHistory({ from, to, stepSeconds, file, basePort });
