// Usage: ClientGen.Ide check PROJECT
//        ClientGen.Ide time PROJECT SAME-PROJECT FOLDER
// PROJECT is a restored copy of tests/Consumers/Lighthouse, SAME-PROJECT another one, restored for compiling generated code from FOLDER without
// ClientGen. build/checks/ide.sh prepares all three.
using ClientGen.Ide;

var opened = await OpenProject.LoadAsync(args[1]);
if (args[0] == "time")
{
    await EditTimes.PrintAsync(opened, await OpenProject.LoadAsync(args[2], ("OrdinarySource", args[3])));
    return 0;
}

var see = new EditorChecks(opened);
var checks = new Checks();
await checks.HoldsAsync("only the misuse is marked", see.Only_the_misuse_is_marked);
await checks.HoldsAsync("go to definition opens documented source", see.Go_to_definition_opens_documented_source);
await checks.HoldsAsync("a new operation is a new member at once", see.A_new_operation_is_a_new_member);
await checks.HoldsAsync("a broken contract is marked in the contract", see.A_broken_contract_is_marked_in_the_contract);
await checks.HoldsAsync("a longer deadline marks a short patience", see.A_longer_deadline_marks_a_short_patience);
await checks.HoldsAsync("other last events mark the loop", see.Other_last_events_mark_the_loop);
await checks.HoldsAsync("a dropped prerequisite is forgotten", see.A_dropped_prerequisite_is_forgotten);
await checks.HoldsAsync("typing marks and unmarks", see.Typing_marks_and_unmarks);
await checks.HoldsAsync("only what an edit touches is generated again", see.Only_what_an_edit_touches_is_generated_again);
await checks.HoldsAsync("the light bulb mends", see.The_light_bulb_mends);
return checks.Failures == 0 ? 0 : 1;
