import { describe, expect, it } from "vitest";
import { TransactionLost } from "@/db/fence";
import { isOutage } from "./outage";

const coded = (code: string) => Object.assign(new Error("said the driver"), { code });

describe("K.5 a database that does not answer", () => {
  it.each(["CONNECTION_CLOSED", "CONNECT_TIMEOUT", "57P01", "57014", "53300", "08006", "40P01"])(
    "is recognised by %s, also inside the error that Drizzle wraps around it",
    (code) => {
      expect(isOutage(new Error("Failed query", { cause: coded(code) }))).toBe(true);
    },
  );

  it("is recognised by a refused socket and by a transaction that was lost", () => {
    expect(isOutage(Object.assign(new Error("no"), { syscall: "connect" }))).toBe(true);
    expect(isOutage(new TransactionLost())).toBe(true);
  });

  it.each([coded("23505"), coded("22P02"), new TypeError("x is not a function"), "text", null])(
    "is not what a defect or a violated constraint is",
    (error) => {
      expect(isOutage(error)).toBe(false);
    },
  );
});
