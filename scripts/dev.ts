import { runBaton } from "./baton";
import { main } from "./step";

/** `npm run dev`: like `npm start`, with pages made anew as their source changes. */
await main(() => runBaton({ developing: true }));
