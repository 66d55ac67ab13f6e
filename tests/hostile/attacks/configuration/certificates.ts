// tries: have the engine read certificates from a secret file and show what is wrong with them
// planted: DENO_CERT={{secret}}/secret.txt
// planted: SSL_CERT_FILE={{secret}}/secret.txt
// planted: NODE_EXTRA_CA_CERTS={{secret}}/secret.txt
// expect: done /^$/ stdout /^ran\n$/
export default () => "ran";
