using System.Runtime.InteropServices;

namespace NetDsl.Kernels;

/// <summary>
/// Threads that share the items of a stage. What an item computes does not depend on who computes it or when, so neither do the bits of
/// the result. A waiting thread spins before it sleeps: the stages of a training step follow each other within microseconds, and waking a
/// sleeping thread costs some fifty.
/// </summary>
public sealed class ThreadTeam
{
    /// <summary>Spins of a waiting thread before it sleeps; about 50 us, longer than the pause between two stages of a step.</summary>
    private const int SpinsBeforeSleep = 2000;

    private static readonly Lock TeamsLock = new();
    private static readonly Dictionary<int, ThreadTeam> Teams = [];

    private readonly Share[] shares;
    private readonly AutoResetEvent[] awake;
    private IStageRunner? runner;
    private Exception? failure;
    private int stage;
    private int portion;
    private int busy;
    private int pending;
    private int generation;

    private ThreadTeam(int threads)
    {
        this.shares = new Share[threads];
        this.awake = [.. Enumerable.Range(0, threads).Select(_ => new AutoResetEvent(false))];
        for (int i = 1; i < threads; i++)
        {
            int own = i;
            Thread thread = new(() => this.Work(own)) { IsBackground = true, Name = $"NetDsl worker {i}" };
            thread.Start();
        }
    }

    /// <summary>The team of a size, one for the process: its threads are started once and stay.</summary>
    /// <param name="threads">At least 1, the calling thread included.</param>
    public static ThreadTeam OfSize(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        lock (TeamsLock)
        {
            if (!Teams.TryGetValue(threads, out ThreadTeam? team))
            {
                team = new ThreadTeam(threads);
                Teams.Add(threads, team);
            }

            return team;
        }
    }

    /// <summary>
    /// Does all items of a stage and returns when the last is done. Each thread has its share of the items, the same ones whenever a stage
    /// has as many, so that it finds in its core's cache what it wrote there before; a thread that is done helps with the others' shares.
    /// A call while the team works for another thread is done by the calling thread alone.
    /// </summary>
    /// <param name="runner">The work.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="items">How many items it has.</param>
    /// <param name="portion">
    /// The items a thread takes at a time, until none are left; 0 for a whole share, which suits work that goes through the same weights for
    /// all of its items.
    /// </param>
    public void Run(IStageRunner runner, int stage, int items, int portion = 0)
    {
        if (items == 0)
        {
            return;
        }

        if (this.shares.Length == 1 || items == 1 || Interlocked.Exchange(ref this.busy, 1) != 0)
        {
            runner.RunStage(stage, 0, items);
            return;
        }

        try
        {
            this.Start(runner, stage, items, portion > 0 ? portion : items);
            try
            {
                this.TakePortions(0);
            }
            finally
            {
                this.Wait();
            }

            if (this.failure is { } failed)
            {
                this.failure = null;
                throw new InvalidOperationException($"A worker thread failed: {failed.Message}", failed);
            }
        }
        finally
        {
            // A full fence, which stores past the caches need before another thread may see what this one writes later.
            Interlocked.Exchange(ref this.busy, 0);
        }
    }

    private void Start(IStageRunner runner, int stage, int items, int portion)
    {
        // Of a stage in which the calling thread failed as well.
        this.failure = null;
        this.runner = runner;
        this.stage = stage;
        this.portion = portion;
        this.pending = this.shares.Length - 1;
        for (int i = 0; i < this.shares.Length; i++)
        {
            this.shares[i].Next = (int)((long)items * i / this.shares.Length);
            this.shares[i].End = (int)((long)items * (i + 1) / this.shares.Length);
        }

        // A full fence: a worker that does not see the new generation is seen to sleep.
        Interlocked.Increment(ref this.generation);
        for (int i = 1; i < this.shares.Length; i++)
        {
            if (Volatile.Read(ref this.shares[i].Asleep) != 0)
            {
                this.awake[i].Set();
            }
        }
    }

    private void TakePortions(int own)
    {
        for (int i = 0; i < this.shares.Length; i++)
        {
            ref Share share = ref this.shares[(own + i) % this.shares.Length];
            while (Volatile.Read(ref share.Next) < share.End)
            {
                int begin = Interlocked.Add(ref share.Next, this.portion) - this.portion;
                if (begin < share.End)
                {
                    this.runner!.RunStage(this.stage, begin, (int)Math.Min((long)begin + this.portion, share.End));
                }
            }
        }
    }

    private void Wait()
    {
        SpinWait spin = default;
        while (Volatile.Read(ref this.pending) != 0)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }

        this.runner = null;
    }

    private void Work(int own)
    {
        int seen = 0;
        while (true)
        {
            seen = this.Await(seen, own);
            try
            {
                this.TakePortions(own);
            }
            catch (Exception error)
            {
                // Rethrown on the thread that asked for the work.
                this.failure = error;
            }

            Interlocked.Decrement(ref this.pending);
        }
    }

    private int Await(int seen, int own)
    {
        for (int spin = 0; spin < SpinsBeforeSleep; spin++)
        {
            if (Volatile.Read(ref this.generation) != seen)
            {
                return Volatile.Read(ref this.generation);
            }

            Thread.SpinWait(8);
        }

        // Waking by an event allocates nothing, where a lock may on the thread that calls. An event left set by a caller that saw this
        // thread about to sleep costs one more turn.
        while (true)
        {
            Interlocked.Exchange(ref this.shares[own].Asleep, 1);
            if (Volatile.Read(ref this.generation) != seen)
            {
                Volatile.Write(ref this.shares[own].Asleep, 0);
                return Volatile.Read(ref this.generation);
            }

            this.awake[own].WaitOne();
        }
    }

    /// <summary>
    /// The items of one thread and whether it sleeps, on a cache line that no other thread's share and no length of an array lies on: each
    /// taking of items writes to it.
    /// </summary>
    [StructLayout(LayoutKind.Explicit, Size = 128)]
    private struct Share
    {
        [FieldOffset(64)]
        public int Next;

        [FieldOffset(68)]
        public int End;

        [FieldOffset(72)]
        public int Asleep;
    }
}
