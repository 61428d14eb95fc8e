import { leadsToSummarise } from "@/db/factories/documented";

// A process of its own: the test runner cannot load what the product is made of.
const [count, company = ""] = process.argv.slice(2);
const ids = await leadsToSummarise(Number(count), company, new Date());
process.stdout.write(`${ids.join("\n")}\n`, () => process.exit());
