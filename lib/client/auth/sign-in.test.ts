import { describe, expect, it } from "vitest";
import { outcomeOf } from "./sign-in";

describe("outcomeOf", () => {
  it("reads next-auth's answer", () => {
    expect(outcomeOf(200, "http://localhost/")).toBe("signed-in");
    expect(outcomeOf(401, "http://localhost/sign-in?error=CredentialsSignin")).toBe("wrong");
    expect(outcomeOf(200, "http://localhost/sign-in?error=CredentialsSignin")).toBe("wrong");
    expect(outcomeOf(401, "http://localhost/sign-in?error=TooManyAttempts%3A%20too%20many")).toBe(
      "throttled",
    );
    expect(outcomeOf(500, undefined)).toBe("unreachable");
  });
});
