import { describe, expect, it } from "vitest";
import { askedDatasource } from "./asked-datasource";

describe("askedDatasource", () => {
  const interpolate = (text: string) => text.replace("${ds}", "p1");

  it("fills variables in and falls back to the default", () => {
    expect(askedDatasource({ uid: "${ds}" }, interpolate)).toBe("p1");
    expect(askedDatasource({ uid: "${DS_PROMETHEUS}" }, interpolate)).toBe("default");
    expect(askedDatasource(null, interpolate)).toBe("default");
  });
});
