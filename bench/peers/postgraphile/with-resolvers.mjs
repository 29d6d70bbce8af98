// PostGraphile 5.1 asks for Node 22, of which it uses this one function; all contenders run on the Node that runs the benchmark.
Promise.withResolvers ??= function withResolvers() {
  let settle;
  const promise = new this((resolve, reject) => (settle = { resolve, reject }));
  return { promise, ...settle };
};
