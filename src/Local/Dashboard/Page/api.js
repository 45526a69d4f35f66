// The dashboard's own JSON, and the one call of the Step Functions API the page makes.
export async function read(what, query = {}) {
  let response;
  try {
    response = await fetch("api/" + what + "?" + new URLSearchParams(query));
  } catch {
    throw new Error("Local does not answer; is it still running?");
  }
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

export async function start(stateMachineArn, input) {
  const response = await fetch("/", {
    method: "POST",
    headers: { "X-Amz-Target": "AWSStepFunctions.StartExecution", "Content-Type": "application/x-amz-json-1.0" },
    body: JSON.stringify({ stateMachineArn, input }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message ?? answer.__type);
  return answer;
}
