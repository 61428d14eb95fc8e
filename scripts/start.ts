import { runBaton } from "./baton";
import { main } from "./step";

/** `npm start`. */
await main(() => runBaton({ developing: false }));
