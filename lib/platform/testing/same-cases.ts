import fc from "fast-check";

// The same source passes or fails each time. Another seed looks at other cases.
fc.configureGlobal({ seed: 20 });
