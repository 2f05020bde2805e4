using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

internal sealed partial class Explorer
{
    /// <summary>Goes through one graph, block by block.</summary>
    private sealed class Walk(Explorer explorer, Frame frame)
    {
        private readonly Stack<(BasicBlock Block, State State)> _work = new();
        private readonly HashSet<(int Block, State State)> _seen = [];
        private readonly List<Exit> _exits = [];
        private readonly HashSet<Exit> _left = [];

        public List<Exit> From(State entry)
        {
            Go(frame.Graph.Blocks[0], entry);
            while (_work.Count > 0)
            {
                explorer.Step();
                var (block, state) = _work.Pop();
                Run(block, state);
            }

            return _exits;
        }

        private void Go(BasicBlock block, State state)
        {
            if (_seen.Add((block.Ordinal, state)))
                _work.Push((block, state));
        }

        private void Run(BasicBlock block, State entry)
        {
            var place = frame with { InTry = frame.InTry || IsGuarded(block.EnclosingRegion) };
            var flows = new List<Flow> { new(entry, Value.Any) };
            foreach (var operation in block.Operations)
                flows = Rest(block, Evaluate(operation, flows, place));
            if (block.ConditionalSuccessor is { } conditional && block.BranchValue is { } condition)
                Fork(block, conditional, Rest(block, Decide(condition, flows, place)));
            else if (block.FallThroughSuccessor is { } next)
                Leave(block, next, block.BranchValue is null ? flows.ConvertAll(static flow => flow with { Value = Value.Any }) : Rest(block, Evaluate(block.BranchValue, flows, place)));
            else if (block.Kind == BasicBlockKind.Exit)
                flows.ForEach(flow => End(flow.State, Value.Any, isThrow: false));
        }

        private List<Flow> Evaluate(IOperation operation, List<Flow> flows, Frame place) =>
            flows is [var only] ? explorer.Evaluate(operation, only.State, place) : Then(flows, (state, _) => explorer.Evaluate(operation, state, place));

        private List<Flow> Decide(IOperation condition, List<Flow> flows, Frame place) =>
            flows is [var only] ? explorer.Decide(condition, only.State, place) : Then(flows, (state, _) => explorer.Decide(condition, state, place));

        /// <summary>Sends exceptions on their way and goes on with the rest.</summary>
        private List<Flow> Rest(BasicBlock block, List<Flow> flows)
        {
            var count = 0;
            foreach (var flow in flows)
            {
                if (!flow.IsThrow)
                    continue;
                Raise(block.EnclosingRegion, flow.State, flow.Value);
                count++;
            }

            return count == 0 ? flows : flows.FindAll(static flow => !flow.IsThrow);
        }

        private void Fork(BasicBlock block, ControlFlowBranch conditional, List<Flow> decided)
        {
            foreach (var (state, value, _) in decided)
            {
                var isTrue = Equals(value, Value.True);
                var branch = isTrue == (block.ConditionKind == ControlFlowConditionKind.WhenTrue) ? conditional : block.FallThroughSuccessor;
                if (branch is not null)
                    Leave(block, branch, [new Flow(state.After(block.BranchValue!.Syntax, isTrue ? "true" : "false"), Value.Any)]);
            }
        }

        private void Leave(BasicBlock block, ControlFlowBranch branch, List<Flow> flows)
        {
            foreach (var (state, value, _) in flows)
            {
                switch (branch.Semantics)
                {
                    case ControlFlowBranchSemantics.Regular:
                    case ControlFlowBranchSemantics.Return:
                        Take(branch, state, value);
                        break;
                    case ControlFlowBranchSemantics.Throw:
                        Raise(block.EnclosingRegion, state, value is Thrown ? value : new Thrown(null, block.BranchValue?.Type));
                        break;
                    case ControlFlowBranchSemantics.Rethrow:
                        Raise(block.EnclosingRegion, state, state.Caught ?? new Thrown(null, null));
                        break;
                    case ControlFlowBranchSemantics.StructuredExceptionHandling:
                        if (Ancestor(block.EnclosingRegion, ControlFlowRegionKind.Filter) is { EnclosingRegion: { } handler })
                            Handlers(handler.EnclosingRegion!, state.With(new PathKey(PathMark.Timeout), null), state.Caught ?? new Thrown(null, null), after: handler);
                        else
                            Resume(state);
                        break;
                }
            }
        }

        private void Take(ControlFlowBranch branch, State state, Value value)
        {
            if (branch.FinallyRegions.IsEmpty)
                Arrive(branch.Destination, Forget(branch.LeavingRegions, state), value);
            else
                Finally(branch.FinallyRegions, new Continuation(state.Pending, branch.FinallyRegions.RemoveAt(0), branch.Destination, null, value), state);
        }

        private void Finally(ImmutableArray<ControlFlowRegion> regions, Continuation after, State state) =>
            Go(frame.Graph.Blocks[regions[0].FirstBlockOrdinal], state.WithPending(after));

        private void Resume(State state)
        {
            if (state.Pending is not { } after)
                return;
            state = state.WithPending(after.Next);
            if (!after.Remaining.IsEmpty)
                Finally(after.Remaining, after with { Remaining = after.Remaining.RemoveAt(0) }, state);
            else if (after.Region is { } region)
                Raise(region, state, after.Carried ?? new Thrown(null, null));
            else
                Arrive(after.Destination, state, after.Carried ?? Value.Any);
        }

        private void Arrive(BasicBlock? destination, State state, Value value)
        {
            if (destination is null)
                return;
            if (destination.Kind == BasicBlockKind.Exit)
                End(state, value, isThrow: false);
            else
                Go(destination, state);
        }

        /// <summary>Looks for who handles an exception, from the inside out.</summary>
        private void Raise(ControlFlowRegion? from, State state, Value thrown)
        {
            // An exception out of a finally block takes the place of whatever was on its way.
            for (var region = from; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
            {
                if (region.Kind == ControlFlowRegionKind.Finally && state.Pending is { } abandoned)
                    state = state.WithPending(abandoned.Next);
                if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } parent })
                    continue;
                if (parent.Kind == ControlFlowRegionKind.TryAndFinally)
                {
                    var last = parent.NestedRegions.First(static nested => nested.Kind == ControlFlowRegionKind.Finally);
                    Finally(ImmutableArray.Create(last), new Continuation(state.Pending, ImmutableArray<ControlFlowRegion>.Empty, null, parent, thrown), state);
                    return;
                }

                Handlers(parent, state, thrown, after: region);
                return;
            }

            End(state, thrown, isThrow: true);
        }

        private void Handlers(ControlFlowRegion parent, State state, Value thrown, ControlFlowRegion after)
        {
            var type = (thrown as Thrown)?.Type;
            foreach (var handler in parent.NestedRegions.SkipWhile(region => region != after).Skip(1))
            {
                var match = ExceptionTypes.Match(type, handler.ExceptionType);
                if (match == Fit.No)
                    continue;
                Go(frame.Graph.Blocks[handler.FirstBlockOrdinal], Entered(handler, state, thrown));
                // A filter that refuses sends the exception to the next handler itself.
                if (match == Fit.Yes || handler.Kind == ControlFlowRegionKind.FilterAndHandler)
                    return;
            }

            Raise(parent.EnclosingRegion, state, thrown);
        }

        private static State Entered(ControlFlowRegion handler, State state, Value thrown)
        {
            state = state.WithCaught(thrown);
            if (state.Has(static key => key is ObligationKey))
                state = state.With(new PathKey(PathMark.Caught), Value.True);
            // Who names the time-out in a handler means it; who cleans up after anything does not.
            return thrown is Thrown { Failure.Kind: FailureKind.Timeout } && handler.ExceptionType is { SpecialType: not SpecialType.System_Object, Name: not ("Exception" or "ClientGenException") }
                ? state.With(new PathKey(PathMark.Timeout), Value.True)
                : state;
        }

        private void End(State state, Value value, bool isThrow)
        {
            var exit = new Exit(explorer.Outside(state, value, frame), value, isThrow);
            if (_left.Add(exit))
                _exits.Add(exit);
        }

        /// <summary>Locals and temporaries of regions that are left are of no further use.</summary>
        private State Forget(ImmutableArray<ControlFlowRegion> regions, State state)
        {
            foreach (var region in regions)
            {
                foreach (var local in region.Locals)
                    state = state.With(local, null);
                foreach (var capture in region.CaptureIds)
                    state = state.With(new CaptureKey(frame.Depth, capture), null);
                if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler)
                    state = state.WithCaught(null);
            }

            return regions.IsEmpty ? state : WithoutOldNews(state);
        }

        private static ControlFlowRegion? Ancestor(ControlFlowRegion? region, ControlFlowRegionKind kind)
        {
            // Above the root of a lambda are the regions of the method around it, which are another graph's.
            while (region is not null && region.Kind != kind)
                region = region.Kind == ControlFlowRegionKind.Root ? null : region.EnclosingRegion;
            return region;
        }

        private static bool IsGuarded(ControlFlowRegion? region) => Ancestor(region, ControlFlowRegionKind.Try) is not null;
    }
}
