import { restingConnections } from "@/db/factories/resting";

// A process of its own: the test runner cannot load what the product is made of.
const resting = await restingConnections(new Date());
process.stdout.write(JSON.stringify(resting), () => process.exit());
