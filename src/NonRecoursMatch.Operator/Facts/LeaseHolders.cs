using NonRecoursMatch.Columns;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Operator.Partitions;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>How many holders each lease has, those who objected to everything left out: a reading of the occupants that runs ahead of the other one.</summary>
sealed class LeaseHolders : IDisposable
{
    readonly LinkedRows _rows;
    readonly Column? _role;
    bool _ended;

    public LeaseHolders(ReceivedPackage package, string linksFolder, Partition range)
    {
        _rows = new LinkedRows(package, linksFolder, range);
        _role = _rows.Persons.Find("role");
        _ended = !_rows.Next();
    }

    /// <summary>Holders and co-holders of a lease, which must not come before the previous one.</summary>
    public int Count(Key128 lease)
    {
        var count = 0;
        for (; !_ended && _rows.Groupe <= lease; _ended = !_rows.Next())
            count += _rows.Groupe == lease && _rows.Person is not null && Codes.Lease.Of(_role, _rows.Row) != LeaseRole.Occupant ? 1 : 0;
        return count;
    }

    public void Dispose() => _rows.Dispose();
}
