using NonRecoursMatch.Columns;
using NonRecoursMatch.Operator.Intake;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>How many holders each lease has: a reading of the occupants that runs ahead of the other one.</summary>
sealed class LeaseHolders : IDisposable
{
    readonly GroupedTable _occupants;
    readonly Column? _role;

    public LeaseHolders(ReceivedPackage package)
    {
        _occupants = GroupedTable.Open(package, "personnes")!;
        _role = _occupants.Column("role");
    }

    /// <summary>Holders and co-holders of a lease, which must not come before the previous one.</summary>
    public int Count(Key128 lease)
    {
        var count = 0;
        while (_occupants.Next(lease, out var row))
            count += Codes.Lease.Of(_role, row) == LeaseRole.Occupant ? 0 : 1;
        return count;
    }

    public void Dispose() => _occupants.Dispose();
}
