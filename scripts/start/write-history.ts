// Called by the start in a process of its own, so that the memory it takes is given back: FILE FROM TO EXPORTER_BASE_PORT
import { writeHistory } from "../../monitoring/exporters/history.ts";

const [file = "", from = "", to = "", basePort = ""] = process.argv.slice(2);
await writeHistory({ from: Number(from), to: Number(to), stepSeconds: 15, file, basePort: Number(basePort) });
