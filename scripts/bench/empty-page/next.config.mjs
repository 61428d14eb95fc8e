export default { poweredByHeader: false, reactCompiler: false };
