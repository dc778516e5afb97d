import { expect, it } from "vitest";
import { firstSeries } from "./first-series";

const series = (name: string) => ({ metric: { name, odd: ',{"metric"' }, values: [[1, "2"]] });
const answer = JSON.stringify({
  status: "success",
  data: { resultType: "matrix", result: [series("a"), series("b"), series("c")] },
});

it("closes an answer behind its last whole series, wherever it was cut", () => {
  const [ofSecond, ofThird] = ['"b"', '"c"'].map((name) => answer.indexOf(name));
  for (let length = 0; length < answer.length; length += 1) {
    const read = firstSeries(Buffer.from(answer.slice(0, length)));
    const names =
      read &&
      JSON.parse(read.toString()).data.result.map((one: { metric: { name: string } }) => one.metric.name);
    if (length < (ofSecond ?? 0) - 20) expect(names).toBeNull();
    if (length > (ofThird ?? 0)) expect(names).toEqual(["a", "b"]);
  }
});

it("finds nothing to close in other answers", () => {
  expect(firstSeries(Buffer.from("<html>"))).toBeNull();
  expect(firstSeries(Buffer.from('{"status":"success","data":[1,2'))).toBeNull();
});
