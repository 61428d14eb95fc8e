// Without one of its own Next takes the product's, which it finds further up.
export function register() {}
