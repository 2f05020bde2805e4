using ClientGen.Specs.Model;
using ClientGen.Testing;
using static ClientGen.Emitter.Tests.Types.Model;

namespace ClientGen.Emitter.Tests.Types;

public sealed class SnapshotTests
{
    [Fact]
    public void An_object_with_every_kind_of_member() => Snapshot.Verify(LiveTypes.Text(Samples.Parcel, Samples.Speed, Samples.Size));

    [Fact]
    public void A_tagged_union() => Snapshot.Verify(LiveTypes.Text(Samples.Event, Samples.Moved, Samples.Delivered, Samples.Quiet, Samples.EventCode));

    [Fact]
    public void A_union_told_apart_by_shape() => Snapshot.Verify(LiveTypes.Text(Samples.Place, Samples.Warehouse, Samples.Address, Samples.Speed));
}
